import { paint } from "../show/style.ts";

/** Where an answer is written as it comes, with lines of their own between. */
export interface Screen {
  write(text: string): void;
  /** A line beneath what is there. */
  line(style: Parameters<typeof paint>[0], text: string): void;
  /** Ends the line that is being written, if one is. */
  end(): void;
}

/** A screen at the beginning of a line. */
export function createScreen(): Screen {
  let isMidLine = false;
  const end = () => {
    if (isMidLine) process.stdout.write("\n");
    isMidLine = false;
  };
  return {
    write(text) {
      process.stdout.write(text);
      isMidLine ||= text !== "";
    },
    line(style, text) {
      end();
      console.log(paint(style, `  · ${text}`));
    },
    end,
  };
}
