package block_test

import (
	"strings"
	"testing"
	"unicode"

	"snowfield/internal/report/block"
	"snowfield/internal/report/reporttest"
)

func TestMarkdown(t *testing.T) {
	for _, c := range []struct{ name, source, want string }{
		{"empty", "", ""},
		{"only spaces", " \n\t\n", ""},
		{"paragraphs", "One.\n\nTwo.", "One.\nTwo."},
		{"a typed line break stays", "One\ntwo", "One / two"},
		{"emphasis", "a *b* **c** ***d***", "a _b_ *c* _*d*_"},
		{"heading", "## Parts\ntext", "#### Parts []\ntext"},
		{"underlined heading", "Parts\n---", "#### Parts []"},
		{"bullets", "- a\n- b\n  - c\n    - d", "  • a\n  • b\n    • c\n      • d"},
		{"numbers", "3. a\n4. b", "  3. a\n  4. b"},
		{"loose list", "- a\n\n  more\n- b", "  • a\n  more\n  • b"},
		{"quote", "> It is wide.", "> _“__It is wide.__”_"},
		{"quote with marks", "> “It is wide.”", "> _“It is wide.”_"},
		{"quote in a list", "- said\n  > wide", "  • said\n  > _“__wide__”_"},
		{"heading in a quote", "> # wide", "> _“_*wide*_”_"},
		{"code", "`a < b`", "a < b"},
		{"fence", "```plain\na\n  b\n```", "plain / a /   b"},
		{"indented", "    a\n    b", "a / b"},
		{"link", `[her page](https://example.org "hers")`, "her page (https://example.org hers)"},
		{"address", "<https://example.org>", "https://example.org"},
		{"picture", "![a room](room.png)", "a room (room.png)"},
		{"html", "a <b>c</b>", "a <b>c</b>"},
		{"html block", "<div>\nx\n</div>", "<div> / x / </div>"},
		{"html comment", "<!-- a\nb -->", "<!-- a / b -->"},
		{"escape", `\*not bold\* 5 \> 4`, "*not bold* 5 > 4"},
		{"entity", "&amp; stays", "&amp; stays"},
		{"no reference definitions", "[M]: cried", "[M]: cried"},
		{"rule", "a\n\n***\n\nb", "a\nb"},
		{"task", "- [ ] call Ingrid", "  • [ ] call Ingrid"},
		{"zero byte", "a\x00b", "ab"},
	} {
		got := reporttest.Blocks(block.Markdown(c.source))
		if strings.Trim(got, "\n") != c.want {
			t.Errorf("%s: %q\n got %q\nwant %q", c.name, c.source, got, c.want)
		}
	}
}

// Whatever is typed, no letter of it is lost, and none is added.
func FuzzMarkdown(f *testing.F) {
	for _, seed := range []string{
		"# a\n\n- b\n  1. c\n\n> d *e* **f**", "[g](h \"i\")\n[j]: k", "<l>\n<!-- m -->", "```n\no\n```", "![p](<q r>)", "\\*s\\*",
		"t<u@v.w>", "> > - x\n\ty", "1) z\n2) aa", "`b``c`", "&lt;d", "***\n___", "a\r\nb\r\rc", "[x][y]\n\n[y]: /z 't'", "- \n\n  a", "\xff\xfe",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, source string) {
		if got, want := letters(reporttest.Blocks(block.Markdown(source))), letters(source); got != want {
			t.Errorf("%q\n got %q\nwant %q", source, got, want)
		}
	})
}

func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return r
		}
		return -1
	}, s)
}
