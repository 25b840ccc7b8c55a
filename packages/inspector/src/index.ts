export {
  startInspector,
  type InspectorOptions,
  type RunningInspector,
} from "./server/start-inspector.ts";
