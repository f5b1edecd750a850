"""Photos are real pictures within their limits; ids are reused and files come back whole."""

from __future__ import annotations

import pytest

from tests.fake_botapi import FakeBotApi

from .stage import Stage, form, picture


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"not a picture", "IMAGE_PROCESS_FAILED"),
        (picture()[:60], "IMAGE_PROCESS_FAILED"),
        (picture(201, 10), "PHOTO_INVALID_DIMENSIONS"),
        (picture(9000, 1001, form="JPEG"), "PHOTO_INVALID_DIMENSIONS"),
        (picture() + bytes(10_000_001), "too big file for a photo"),
        (b"", "file must be non-empty"),
    ],
)
async def test_bad_photos_are_refused(stage: Stage, content: bytes, why: str) -> None:
    body = form({"photo": ("p.png", content)}, chat_id=stage.mona.id)

    answer = await stage.post("sendPhoto", data=body)

    assert answer["error_code"] == 400
    assert why in answer["description"]
    assert len(stage.api.refusals) == 1


async def test_a_photo_comes_in_sizes_and_back_whole(stage: Stage) -> None:
    content = picture(200, 10)
    body = form({"photo": ("p.png", content)}, chat_id=stage.mona.id)

    sent = (await stage.post("sendPhoto", data=body))["result"]

    small, full = sent["photo"]
    assert (full["width"], full["height"], full["file_size"]) == (200, 10, len(content))
    assert small["width"] == 90
    found = await stage.done("getFile", file_id=full["file_id"])
    url = f"{stage.api.base_url}/file/bot{stage.api.token}/{found['file_path']}"
    async with stage.session.get(url) as answer:
        assert await answer.read() == content
    assert stage.mona.screen[-1].photo == content


async def test_ids_are_reused_without_complaint(stage: Stage) -> None:
    await stage.done("sendPhoto", chat_id=stage.mona.id, photo=stage.photo_id)
    media = [{"type": "photo", "media": stage.photo_id}] * 2
    posted = await stage.done("sendMediaGroup", chat_id=stage.mona.id, media=media)

    assert posted[0]["media_group_id"] == posted[1]["media_group_id"]
    stage.api.assert_clean()


async def test_ids_of_another_bot_are_refused(stage: Stage) -> None:
    async with FakeBotApi("700000002:AAother") as other:
        sara = other.person()
        await sara.sends_photo(picture())
        stranger = next(iter(other.platform.files.by_id))

    answer = await stage.call("sendPhoto", chat_id=stage.mona.id, photo=stranger)

    assert "wrong file identifier" in answer["description"]


async def test_the_same_bytes_twice_are_a_complaint(stage: Stage) -> None:
    body = form({"photo": ("again.png", picture())}, chat_id=stage.mona.id)

    assert (await stage.post("sendPhoto", data=body))["ok"]

    assert len(stage.api.uploaded_twice) == 1
    with pytest.raises(AssertionError, match=r"uploaded twice.*again\.png"):
        stage.api.assert_clean()


async def test_too_big_files_are_not_downloadable(stage: Stage) -> None:
    await stage.mona.sends_document(bytes(20_000_001), "film.bin")
    big = list(stage.api.platform.files.by_id)[-1]

    answer = await stage.call("getFile", file_id=big)

    assert answer["description"] == "Bad Request: file is too big"


async def test_too_big_uploads_are_413(stage: Stage) -> None:
    body = form({"document": ("film.bin", bytes(53_000_000))}, chat_id=stage.mona.id)

    answer = await stage.post("sendDocument", data=body)

    assert answer["error_code"] == 413


async def test_albums_may_attach_files(stage: Stage) -> None:
    media = '[{"type":"photo","media":"attach://a"},{"type":"photo","media":"attach://b"}]'
    files = {"a": ("a.png", picture(5, 5)), "b": ("b.png", picture(6, 5))}

    answer = await stage.post(
        "sendMediaGroup", data=form(files, chat_id=stage.mona.id, media=media)
    )

    assert [each["photo"][-1]["width"] for each in answer["result"]] == [5, 6]
