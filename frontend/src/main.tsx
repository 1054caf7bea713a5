import "./ui/fonts.css";
import "./ui/tokens.css";
import "./ui/base.css";
import { render } from "preact";
import { App } from "./features/App";
import { applyAppearance } from "./state/appearance";
import { runClock } from "./state/clock";
import { listen } from "./state/keys";
import { refreshVault, watchVault } from "./state/vault";

applyAppearance();
runClock();
listen();
watchVault();

const root = document.getElementById("app");
if (root) render(<App />, root);
void refreshVault();
