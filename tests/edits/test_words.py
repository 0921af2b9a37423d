def test_the_beginning_of_long_pieces_is_so_many_characters_and_says_that_more_was_there():
    pieces = [Piece("same", "abc"), Piece("added", "defgh"), Piece("same", "ij")]
    assert beginning(pieces, 5) == [Piece("same", "abc"), Piece("added", "de"), Piece("skipped", "")]
    assert beginning(pieces, 10) == pieces
