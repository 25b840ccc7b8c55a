import { chooseModel } from "./choose-model.ts";
import { openAssistant } from "./open-assistant.ts";
import { runTerminal } from "./terminal/run-terminal.ts";

const FOLDER = new URL("../.palimpsest/", import.meta.url).pathname;

const folder = process.env["FOLDER"] ?? FOLDER;
const user = process.env["RESOURCE"] ?? "you";
await using assistant = openAssistant({ folder, model: chooseModel(process.env) });
await runTerminal(assistant, user);
