"""What was parsed is remembered as long as the files stay as they are."""

import os

from interviews.library import remembered


def written(folder, name, text):
    path = folder / name
    path.write_text(text)
    return path


def test_what_was_kept_is_recalled(tmp_path):
    paths = [written(tmp_path, "a.yaml", "a: 1"), written(tmp_path, "b.yaml", "b: 2")]
    assert remembered.recall(paths) is None
    remembered.remember(paths, b"content")
    assert remembered.recall(paths) == b"content"


def test_a_changed_file_is_parsed_again_and_the_old_state_is_dropped(tmp_path):
    paths = [written(tmp_path, "a.yaml", "a: 1")]
    remembered.remember(paths, b"old")
    paths[0].write_text("a: 22")
    assert remembered.recall(paths) is None
    remembered.remember(paths, b"new")
    assert remembered.recall(paths) == b"new"
    assert len(list((tmp_path / "__pycache__").iterdir())) == 1


def test_the_same_size_at_another_time_is_another_state(tmp_path):
    paths = [written(tmp_path, "a.yaml", "a: 1")]
    remembered.remember(paths, b"old")
    os.utime(paths[0], ns=(1, 1))
    assert remembered.recall(paths) is None


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path):
    paths = [written(tmp_path, "a.yaml", "a: 1")]
    (tmp_path / "__pycache__").write_text("a file stands where the folder would")
    remembered.remember(paths, b"content")
    assert remembered.recall(paths) is None
