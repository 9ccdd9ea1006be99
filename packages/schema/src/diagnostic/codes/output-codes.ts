/** The codes of what is written. */
export const OUTPUT_CODES = {
  "output/exists": {
    severity: "error",
    title: "The output exists and was not written by this command",
    explanation:
      "An existing folder or file is replaced only when it is an earlier output of the same command.",
    hint: "Choose another --out, or pass --force: what is there is then kept beside it, with .bak added to its name.",
  },
  "output/unwritable": {
    severity: "error",
    title: "The output can't be written",
    explanation: "The operating system refused to write there.",
    hint: "Check that the folder exists, that you may write there, and that the disk is not full.",
  },
  "output/busy": {
    severity: "error",
    title: "Another run wrote to the same place at the same time",
    explanation:
      "Since this run looked at what is there, another one has put its output in its place. That output is whole and stays; nothing of this run is left.",
    hint: "Run the command again when the other one has ended.",
  },
  "output/kept-edited": {
    severity: "warning",
    title: "A file of an earlier output was changed by hand and was kept",
    explanation: "It is not what was written the last time, so it was not overwritten.",
    hint: "Delete it, or pass --force, to have it written anew.",
  },
  "output/moved-aside": {
    severity: "warning",
    title: "A file that you changed or added was moved out of the output",
    explanation:
      "It is no longer part of the output, or something new stands in its place. It lies in a folder beside the output that has .bak in its name.",
    hint: "Look into that folder, and delete it when nothing in it is needed.",
  },
  "output/unsafe-path": {
    severity: "error",
    title: "A file of the output has a name that can't be written everywhere",
    explanation:
      "Names that lead out of the output, that some system reserves, or that differ from another one only in case are refused before anything is written.",
    hint: "Please report it: it is a fault of the target.",
  },
  "output/item-failed": {
    severity: "error",
    title: "A post could not be written",
    explanation: "The rest of the output is complete.",
    hint: "Please report it with the post's position; it is a fault of this tool.",
  },
} as const;
