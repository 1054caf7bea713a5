import "./ui/fonts.css";
import "./ui/tokens.css";
import "./ui/base.css";
import { render } from "preact";
import { App } from "./features/App";
import { applyAppearance } from "./state/appearance";
import { watchBackups } from "./state/backup";
import { runClock } from "./state/clock";
import { watchClosing } from "./state/closing";
import { watchBlank } from "./state/dim";
import { listen } from "./state/keys";
import { refreshVault, watchVault } from "./state/vault";
import { watchWork } from "./state/work";
import { keepNothing } from "./ui/unkept";

keepNothing();
applyAppearance();
runClock();
watchBlank();
listen();
watchVault();
watchWork();
watchBackups();
watchClosing();

const root = document.getElementById("app");
if (root) render(<App />, root);
void refreshVault();
