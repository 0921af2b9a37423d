"""What each setting of a plan means, for the published schema of the exported JSON."""

SETTING_WORDS = {
    "Intake": {
        "strong": "What strong people in this job do differently.",
        "went_wrong": "What went wrong last time.",
        "learned": "What can be learned on the job, and so is not asked for.",
    },
    "Duration": {
        "min": "The shortest length in minutes.",
        "max": "The planned length in minutes.",
    },
    "General": {
        "cutoff": "On the shown scale from 0 to 10; 6 means that a candidate meets the bar.",
        "duration": "How long the interview takes.",
        "mobile_friendly": "Whether the interview can be held on a telephone.",
        "voice": "Accent and gender of the interviewer's voice on a platform that speaks.",
        "language": "The language of the interview.",
    },
    "Proctoring": {
        "preset": "The preset that the switches are equal to, or custom.",
        "webcam_required": "The candidate's camera is on.",
        "microphone_required": "The candidate's microphone is on.",
        "screen_share_required": "The candidate shares the screen.",
        "fullscreen_required": "The interview fills the candidate's screen.",
        "tab_switch_tracking": "Leaving the page is counted.",
        "max_tab_switches": "How often the page may be left.",
        "tab_switch_action": "What happens above that: the candidate is warned, it is reported, or the interview ends.",
        "copy_paste_blocked": "Copying and pasting are blocked.",
        "multiple_monitor_detection": "A second monitor is reported.",
        "multiple_face_detection": "A second face is reported.",
        "face_absence_detection": "The absence of a face is reported.",
        "gaze_tracking": "The candidate's gaze is followed.",
        "identity_photo": "A photograph of the candidate is taken.",
        "record_session": "The session is recorded.",
        "randomize_question_order": "Every candidate gets the questions in another order.",
        "retention_days": "How many days the platform is asked to keep what it recorded.",
    },
}
