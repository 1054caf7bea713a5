// Makes the icon sprite from lucide-static. Run `npm run icons` after changing the list.
import { readFileSync, writeFileSync } from "node:fs";

const names = `
check chevron-left chevron-right circle-alert copy file-down eye folder
hard-drive history key lock panel-right pencil pill plus
refresh-cw search settings-2 signature sun timer triangle-alert user
user-plus users x activity circle-dashed phone list
library paperclip ban moon chevron-down
`
	.trim()
	.split(/\s+/);

const root = new URL("../", import.meta.url);
const symbols = names.map((name) => {
	const svg = readFileSync(new URL(`node_modules/lucide-static/icons/${name}.svg`, root), "utf8");
	const body = svg
		.replace(/<!--[\s\S]*?-->/g, "")
		.replace(/<svg[\s\S]*?>/, "")
		.replace("</svg>", "")
		.replace(/\s+/g, " ")
		.trim();
	return `<symbol id="icon-${name}" viewBox="0 0 24 24">${body}</symbol>`;
});

writeFileSync(
	new URL("src/ui/icons.svg", root),
	`<svg xmlns="http://www.w3.org/2000/svg">\n${symbols.join("\n")}\n</svg>\n`,
);
writeFileSync(
	new URL("src/ui/icon-names.ts", root),
	`// Made by scripts/icons.mjs; do not edit.\nexport type IconName =\n${names.map((n) => `\t| "${n}"`).join("\n")};\n`,
);
