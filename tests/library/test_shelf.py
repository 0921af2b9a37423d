"""The families of the library are read from their files, and from what was remembered of them."""

from interviews.library import remembered, shelf


def test_what_is_remembered_reads_as_the_files_do(tmp_path):
    for name in ("cleaning_grounds", "legal"):
        (tmp_path / f"{name}.yaml").write_bytes((shelf.FOLDER / f"{name}.yaml").read_bytes())
    first = list(shelf.each_family(tmp_path))
    assert [family.family for family in first] == ["cleaning_grounds", "legal"]
    assert remembered.recall(sorted(tmp_path.glob("*.yaml")))
    assert list(shelf.each_family(tmp_path)) == first
