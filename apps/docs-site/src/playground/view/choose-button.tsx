import type { JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

/** A button that opens the browser's dialog for a file, or for a folder. */
export function ChooseButton({
  label,
  folder = false,
  primary = false,
  onFiles,
}: {
  readonly label: string;
  readonly folder?: boolean;
  readonly primary?: boolean;
  readonly onFiles: (files: FileList) => void;
}): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  // No attribute that JSX knows, though every browser does.
  useLayoutEffect(() => {
    input.current?.toggleAttribute("webkitdirectory", folder);
  }, [folder]);
  return (
    <label class={primary ? "button primary" : "button"}>
      {label}
      <input
        ref={input}
        class="covered"
        type="file"
        onChange={({ currentTarget: { files } }) => {
          if (files !== null && files.length > 0) onFiles(files);
        }}
      />
    </label>
  );
}
