// Stands in for what a bundle would carry along and never call (program-function.ts).
module.exports = {};
