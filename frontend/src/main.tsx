import "./ui/fonts.css";
import "./ui/tokens.css";
import "./ui/base.css";
import { render } from "preact";
import { IconSprite } from "./ui/Icon";

const root = document.getElementById("app");
if (root) render(<IconSprite />, root);
