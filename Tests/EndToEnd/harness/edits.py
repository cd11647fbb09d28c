"""Random edits of a course, as authors and their tools make them."""

import os
import random
import re
import shutil
from pathlib import Path

from harness.trees import files

PARTS = ("content", "themes", "site.yml")


WRITING = ("paragraph", "paragraph_changed", "objectives", "key_points", "note")
"""What authors do most of the time; each of the others is done about as often as any."""


class Impossible(Exception):
    """The course as it is has no place for the edit."""


class Author:
    """Edits a course at random; the same seed makes the same edits."""

    def __init__(self, project: Path, seed: int):
        self.project = project
        self.random = random.Random(seed)
        self._number = 0
        self._pristine = self.state()
        self._removed: list[tuple[Path, bytes]] = []
        self.kinds = [name[5:] for name in dir(self) if name.startswith("edit_")]

    def edit(self) -> str:
        """Makes an edit, and returns its kind: of four, one is of those that change one page."""
        while True:
            kind = self.random.choice(WRITING if self.random.random() < 0.25 else self.kinds)
            try:
                getattr(self, f"edit_{kind}")()
                return kind
            except Impossible:
                continue

    # The course as a whole

    def state(self) -> dict[str, bytes]:
        """All its sources."""
        state = {}
        for part in PARTS:
            path = self.project / part
            if path.is_file():
                state[part] = path.read_bytes()
            else:
                state |= {f"{part}/{inner}": content for inner, content in files(path).items()}
        return state

    def restore(self, state: dict[str, bytes]) -> None:
        """Makes its sources what they were; what is as it was is not touched."""
        now = self.state()
        for path in now.keys() - state.keys():
            (self.project / path).unlink()
        for path, content in state.items():
            if now.get(path) != content:
                (self.project / path).parent.mkdir(parents=True, exist_ok=True)
                (self.project / path).write_bytes(content)
        for folder in sorted((self.project / "content").rglob("*"), reverse=True):
            if folder.is_dir() and not any(folder.iterdir()):
                folder.rmdir()

    # Tools

    @property
    def number(self) -> int:
        self._number += 1
        return self._number

    def pages(self, pattern: str = "*.md") -> list[Path]:
        return sorted(path for path in (self.project / "content").rglob(pattern) if path.is_file())

    def pick(self, choices: list):
        if not choices:
            raise Impossible
        return self.random.choice(choices)

    def page(self) -> Path:
        return self.pick([page for page in self.pages() if page.name != "glossary.md"])

    def session(self) -> Path:
        return self.pick([page for page in self.pages("*/*/*.md") if page.name != "index.md"])

    def save(self, path: Path, text: str | bytes) -> None:
        """Writes a file in one of the ways in which editors do."""
        content = text.encode() if isinstance(text, str) else text
        beside = path.with_name(f".{path.name}.{self.number}.tmp")
        backup = path.with_name(f"{path.name}~")
        match self.random.randrange(4) if path.exists() else 0:
            case 0:
                path.write_bytes(content)
            case 1:
                beside.write_bytes(content)
                beside.replace(path)
            case 2:
                path.rename(backup)
                path.write_bytes(content)
                backup.unlink()
            case 3:
                path.unlink()
                path.write_bytes(content)

    def change(self, path: Path, pattern: str, by: str) -> None:
        """Replaces the first place with a pattern."""
        text = path.read_text(encoding="utf-8")
        new = re.sub(pattern, by, text, count=1, flags=re.MULTILINE)
        if new == text:
            raise Impossible
        self.save(path, new)

    def set(self, path: Path, key: str, value: str | None) -> None:
        """Gives a page's front matter a key, or takes it away."""
        text = path.read_text(encoding="utf-8")
        if not text.startswith("---\n"):
            text = f"---\n---\n{text}"
        front, body = text[4:].split("---\n", 1)
        front = re.sub(rf"^{key}:.*\n(?:[ \t-].*\n)*", "", front, flags=re.MULTILINE)
        line = "" if value is None else f"{key}: {value}\n"
        self.save(path, f"---\n{front}{line}---\n{body}")

    def toggle(self, path: Path, key: str, value: str) -> None:
        has = re.search(rf"^{key}:", path.read_text(encoding="utf-8"), re.MULTILINE)
        self.set(path, key, None if has else value)

    def add(self, path: Path, text: str) -> None:
        self.save(path, path.read_text(encoding="utf-8").rstrip("\n") + f"\n\n{text}\n")

    def remove(self, path: Path) -> None:
        self._removed.append((path, path.read_bytes()))
        path.unlink()

    def relink(self, old: str, new: str) -> None:
        """Makes all links lead to another name."""
        for page in self.pages():
            text = page.read_text(encoding="utf-8")
            if old in text:
                page.write_text(text.replace(old, new), encoding="utf-8")

    # Texts

    def edit_paragraph(self):
        self.add(self.page(), f"Text number {self.number}, *new* & <https://example.org/{self.number}>.")

    def edit_paragraph_changed(self):
        self.change(self.page(), r"^(\w[^\n:]*[a-zé])([.,])", rf"\1 {self.number}\2")

    def edit_heading(self):
        self.change(self.page(), r"^(## \w.*)$", rf"\1 {self.number}")

    def edit_heading_added(self):
        self.add(self.page(), f"## Section {self.number}\n\nText.")

    def edit_heading_level(self):
        self.change(self.page(), *self.pick([(r"^## ", "### "), (r"^### ", "## ")]))

    def edit_key_points(self):
        page = self.page()
        if "[!KEYPOINTS]" in page.read_text(encoding="utf-8"):
            self.change(page, *self.pick([(r"^(> - .*)$", rf"\1 {self.number}"), (r"\[!KEYPOINTS\].*", "[!NOTE]")]))
        else:
            self.add(page, f"> [!KEYPOINTS]\n> - Point {self.number}")

    def edit_link(self):
        page = self.page()
        other = self.pick([other for other in self.pages() if other.parts[-3:-1] == page.parts[-3:-1]])
        self.add(page, f"See [page number {self.number}]({other.name}).")

    def edit_term_linked(self):
        page = self.session()
        depth = len(page.relative_to(self.project / "content").parts) - 2
        self.add(page, f"A [term {self.number}]({'../' * depth}glossary.md#terme).")

    def edit_table_and_quiz(self):
        number = self.number
        self.add(self.session(), f"> [!QUIZ] Which {number}?\n> - [x] This\n> - [ ] That\n\n| a | b |\n| --- | --- |\n| {number} | 2 |")

    def edit_note(self):
        number = self.number
        self.add(self.page(), f"A note[^n{number}].\n\n[^n{number}]: Note {number}.")

    # Front matter

    def edit_title(self):
        self.set(self.page(), "title", f'"Title {self.number} & <more>"')

    def edit_order(self):
        self.toggle(self.session(), "order", str(self.random.randrange(20)))

    def edit_slug(self):
        self.set(self.session(), "slug", self.pick([None, f"slug-{self.number}", f"adresse-été-{self.number}"]))

    def edit_aliases(self):
        self.toggle(self.page(), "aliases", f"[old/alias-{self.number}.html, old-{self.number}/]")

    def edit_summary(self):
        self.set(self.page(), "summary", self.pick([None, f"Summary {self.number}."]))

    def edit_duration(self):
        self.set(self.session(), "duration", self.pick([None, str(self.random.randrange(1, 90))]))

    def edit_objectives(self):
        self.set(self.page(), "objectives", self.pick([None, f'["See {self.number}"]', f'["See {self.number}", "Do"]']))

    def edit_updated(self):
        self.toggle(self.page(), "updated", f"2026-01-{self.random.randrange(10, 28)}")

    def edit_draft(self):
        self.toggle(self.session(), "draft", "true")

    def edit_draft_module(self):
        self.toggle(self.pick(self.pages("*/*/index.md")), "draft", "true")

    def edit_omit(self):
        self.toggle(self.session(), "fallback", "omit")

    def edit_optional(self):
        self.toggle(self.pick(self.pages("*/*/index.md")), "optional", "true")

    def edit_label(self):
        self.set(self.pick(self.pages("*/*/index.md")), "label", self.pick([None, f"Label {self.number}"]))

    # Glossary

    def edit_term_added(self):
        self.add(self.pick(self.pages("*/glossary.md")), f"## Word {self.number}\n\nA word.")

    def edit_term_changed(self):
        self.change(self.pick(self.pages("*/glossary.md")), r"^(A word|Un mot|Another word)\b", rf"\1 {self.number}")

    def edit_term_named(self):
        self.change(self.pick(self.pages("*/glossary.md")), r"^(## \w+)", rf"\1 {self.number}")

    def edit_term_removed(self):
        self.change(self.pick(self.pages("*/glossary.md")), r"^## Word \d+\n\nA word.*\n", "")

    # Files of other kinds

    def edit_image_added(self):
        page = self.session()
        name = f"image-{self.number}.svg"
        (page.parent / "media").mkdir(exist_ok=True)
        (page.parent / "media" / name).write_text(self._drawing())
        self.add(page, f"![A drawing with the number {self.number}](media/{name})")

    def _drawing(self) -> str:
        size = self.random.randrange(10, 99)
        measures = f'width="{size}" height="{size}" viewBox="0 0 9 9"'
        return f'<svg xmlns="http://www.w3.org/2000/svg" {measures}><circle r="{self.number}"/></svg>\n'

    def edit_image_replaced(self):
        self.save(self.pick(self.pages("*.svg")), self._drawing())

    def edit_image_removed(self):
        image = self.pick(self.pages("image-*.svg"))
        image.unlink()
        for page in self.pages():
            text = page.read_text(encoding="utf-8")
            new = re.sub(rf"!\[[^\]]*\]\(media/{image.name}\)", "No drawing.", text)
            if new != text:
                page.write_text(new, encoding="utf-8")

    def edit_captions(self):
        self.change(self.pick(self.pages("*.vtt")), r"^(\w.*[a-zé.])$", rf"\1 {self.number}")

    def edit_captions_removed(self):
        self.remove(self.pick(self.pages("*.vtt")))

    def edit_file(self):
        page = self.session()
        (page.parent / "data.csv").write_text(f"a,b\n{self.number},2\n")
        self.add(page, f"[The data, number {self.number}](data.csv)")

    def edit_file_unused(self):
        (self.session().parent / f"unused-{self.random.randrange(3)}.txt").write_text(f"{self.number}\n")

    # Pages and folders

    def edit_page_created(self):
        folder = self.session().parent
        (folder / f"{self.random.randrange(10, 99)}-new-{self.number}.md").write_text(f"# New page {self.number}\n\n## Section\n\nText.\n")

    def edit_page_of_its_own_created(self):
        locale = self.pick(sorted((self.project / "content").iterdir()))
        (locale / f"page-{self.number}.md").write_text(f"# Page {self.number}\n\nText.\n")

    def edit_page_deleted(self):
        self.remove(self.session())

    def edit_page_restored(self):
        path, content = self._removed.pop() if self._removed else self.pick([])
        if path.exists() or not path.parent.is_dir():
            raise Impossible
        path.write_bytes(content)

    def edit_page_renamed(self):
        old = self.session()
        new = f"{self.random.randrange(10, 99)}-renamed-{self.number}.md"
        self.relink(old.name, new)
        for page in self.pages(f"*/{old.parent.name}/{old.name}"):
            page.rename(page.with_name(new))

    def edit_page_renamed_here_only(self):
        page = self.session()
        page.rename(page.with_name(f"{page.stem}-{self.number}.md"))

    def edit_session_moved(self):
        page = self.session()
        other = self.pick(sorted(index.parent for index in page.parents[1].glob("*/index.md") if index.parent != page.parent))
        text = re.sub(r"\]\((?!https?:)[^)]*\)", "](../index.md)", page.read_text(encoding="utf-8"))
        page.unlink()
        (other / f"{page.stem}-{self.number}.md").write_text(re.sub(r"!\[", "[", text), encoding="utf-8")

    def edit_module_renamed(self):
        old = self.session().parent.name
        new = f"module-{self.number}"
        for folder in sorted((self.project / "content").glob(f"*/{old}")):
            folder.rename(folder.with_name(new))
        self.relink(f"{old}/", f"{new}/")

    def edit_module_added(self):
        locale = self.pick(sorted((self.project / "content").iterdir()))
        folder = locale / f"zz-module-{self.number}"
        folder.mkdir()
        (folder / "index.md").write_text(f"# Module {self.number}\n")
        (folder / "01.md").write_text(f"# Session {self.number}\n\n## Section\n\nText.\n")

    def edit_folder_away_and_back(self):
        folder = self.session().parent
        away = self.project / f"away-{self.number}"
        folder.rename(away)
        away.rename(folder)

    def edit_saved_without_a_change(self):
        page = self.page()
        self.save(page, page.read_bytes())

    def edit_line_ends(self):
        page = self.page()
        text = page.read_bytes()
        self.save(page, text.replace(b"\r\n", b"\n") if b"\r\n" in text else text.replace(b"\n", b"\r\n"))

    def edit_two_names(self):
        page = self.session()
        os.link(page, page.with_name(f"{page.stem}-twin-{self.number}.md"))

    # All of it

    def edit_course_title(self):
        self.change(self.project / "site.yml", r"^(title: \{(?:fr|en): ).*?,", rf"\1Course {self.number},")

    def edit_downloads(self):
        turns = [(r"^downloads: \[zip\]", "downloads: []"), (r"^downloads: \[\]", "downloads: [zip]")]
        self.change(self.project / "site.yml", *self.pick(turns))

    def edit_address(self):
        self.change(self.project / "site.yml", r"^url: .*$", f"url: https://example.org/course-{self.number}/")

    def edit_layout(self):
        layout = self.project / "themes" / "toolbox" / "layouts" / self.pick(["session", "module", "home", "page", "term", "figure"])
        self.add(layout.with_suffix(".mustache"), f"<!-- {self.number} -->")

    def edit_styles(self):
        self.add(self.pick(sorted((self.project / "themes").rglob("*.css"))), f".x{self.number} {{ color: red }}")

    def edit_strings(self):
        self.change(self.pick(sorted((self.project / "themes").rglob("strings/*.yml"))), r"^(\w+: \"?[A-Z][a-zé]+)", rf"\1 {self.number}")

    def edit_all_restored(self):
        self.restore(self._pristine)

    def edit_content_swapped(self):
        """As a tool does that makes the whole anew beside the old."""
        content = self.project / "content"
        copy, old = content.with_name("content.new"), content.with_name("content.old")
        shutil.copytree(content, copy)
        page = self.pick(sorted(copy.rglob("*.md")))
        page.write_bytes(page.read_bytes() + f"\nSwapped {self.number}.\n".encode())
        content.rename(old)
        copy.rename(content)
        shutil.rmtree(old)

    def edit_several(self):
        for page in self.random.sample(self.pages(), min(5, len(self.pages()))):
            if page.name != "glossary.md":
                page.write_bytes(page.read_bytes() + f"\nAll of them {self.number}.\n".encode())

    # Mistakes

    def edit_mistake_in_a_link(self):
        self.add(self.page(), f"[Nowhere {self.number}](no-such-page-{self.number}.md)")

    def edit_mistake_in_front_matter(self):
        self.set(self.page(), "duration", "[a")

    def edit_mistake_in_settings(self):
        self.save(self.project / "site.yml", (self.project / "site.yml").read_text() + "\n: [\n")

    def edit_mistake_in_a_layout(self):
        self.add(self.project / "themes" / "toolbox" / "layouts" / "session.mustache", "{{#no}}")
