// On Linux the workspace brings its own Node (optionalDependencies in package.json); elsewhere,
// and where that download failed, it is yours.
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(`Node 22.18 or newer is needed; this is ${process.version}.`);
  process.exit(1);
}
