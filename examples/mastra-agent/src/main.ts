import { fileURLToPath } from "node:url";
import { chooseModel } from "./choose-model.ts";
import { openAssistant } from "./open-assistant.ts";
import { runTerminal } from "./terminal/run-terminal.ts";

const FOLDER = fileURLToPath(new URL("../.palimpsest/", import.meta.url));

const folder = process.env["FOLDER"] ?? FOLDER;
const user = process.env["RESOURCE"] ?? "you";
await using assistant = openAssistant({ folder, model: chooseModel(process.env) });
await runTerminal(assistant, user);
