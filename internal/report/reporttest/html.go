package reporttest

import (
	"encoding/base64"
	"fmt"
	"html"
	"strings"

	"snowfield/internal/report/block"
	"snowfield/internal/report/fonts"
)

const htmlStyle = `@page{size:letter;margin:36pt 57pt 46pt}
body{font:10.2pt/13.4pt S}h1{font:21pt S}h2{font:15pt S;break-after:avoid}h3{font:9pt G;color:#1f5266;break-after:avoid}
.c{font:19pt S;break-before:page}.d{font:17pt S;break-after:avoid}table{width:100%;border-collapse:collapse;font:8.8pt/11.2pt G}
thead{display:table-header-group}th{text-align:left;color:#5a686f;font-weight:normal}td,th{border-bottom:.5pt solid #d3dbde;padding:2pt 0;vertical-align:top}
tr{break-inside:avoid}dl{display:grid;grid-template-columns:62pt 1fr 62pt 1fr;font:8.8pt/11.2pt G}dt{color:#5a686f}.n{font:8pt/11.5pt G;color:#5a686f}
s{color:#5a686f}p{margin:4.5pt 0}aside{float:right;font:8pt G;color:#5a686f}`

// HTML writes a document as a page that a browser prints much as package pdf
// draws it, with the same faces: what the speed of drawing is held against.
func HTML(d block.Document) string {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	line("<!doctype html><meta charset=utf-8><title>%s</title><style>", html.EscapeString(d.Title))
	for name, face := range map[string]*fonts.Face{"S": fonts.Serif, "G": fonts.Sans} {
		line("@font-face{font-family:%s;src:url(data:font/ttf;base64,%s)}", name, base64.StdEncoding.EncodeToString(face.Data()))
	}
	line("%s</style>", htmlStyle)
	for _, one := range d.Blocks {
		switch v := one.(type) {
		case block.Title:
			line("<h1>%s</h1><p>%s", html.EscapeString(v.Text), html.EscapeString(v.Lede))
		case block.Chapter:
			line("<div class=%c><aside>%s</aside>%s</div>", "cd"[v.Depth], html.EscapeString(v.Aside), html.EscapeString(v.Text))
		case block.Heading:
			line("<h%d><aside>%s</aside>%s</h%d>", v.Level+1, marked(v.Aside), marked(v.Text), v.Level+1)
		case block.Paragraph:
			line("<p>%s %s", v.Mark, marked(v.Text))
		case block.Facts:
			line("<dl>")
			for _, f := range v {
				line("<dt>%s<dd>%s", html.EscapeString(f.Label), marked(f.Value))
			}
			line("</dl>")
		case block.Table:
			line("<table><thead><tr>")
			for _, c := range v.Columns {
				line("<th style=width:%.0f%%>%s", c.Share*10, html.EscapeString(c.Head))
			}
			line("</thead>")
			for _, row := range v.Rows {
				line("<tr>")
				for _, cell := range row {
					line("<td>%s", marked(cell))
				}
			}
			line("</table>")
		case block.Chart:
			line("<svg width=480 height=100>")
			for _, r := range v.Ranges {
				line("<path stroke=#1f5266 d='M%.0f %.0fV%.0f'/>", 30+r.Minute*2, 200-r.Low, 200-r.High)
			}
			line("</svg><div class=n>%s</div>", marked(v.Alt))
		case block.Signature:
			line("<p>%s<div class=n>%s</div>", html.EscapeString(v.Name), html.EscapeString(strings.Join(v.Lines, "\n")))
		case block.Note:
			line("<div class=n>%s</div>", marked(v.Text))
		}
	}
	return b.String()
}

func marked(t block.Text) string {
	var b strings.Builder
	for _, r := range t {
		before, after := "", ""
		for tag, on := range map[string]bool{"b": r.Bold, "i": r.Italic, "s": r.Struck} {
			if on {
				before, after = before+"<"+tag+">", "</"+tag+">"+after
			}
		}
		b.WriteString(before + strings.ReplaceAll(html.EscapeString(r.Text), "\n", "<br>") + after)
	}
	return b.String()
}
