import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { type Chosen, chosenFile, chosenFolder, dropped } from "../chosen.js";
import { ChooseButton } from "./choose-button.js";

/** The invitation: drop an archive, choose one, or take the sample. */
export function Start({
  onChosen,
  base,
}: {
  readonly onChosen: (chosen: Chosen) => void;
  readonly base: string;
}): JSX.Element {
  const [over, setOver] = useState(false);
  const [trouble, setTrouble] = useState("");
  const [loading, setLoading] = useState(false);

  const drop = async (event: DragEvent): Promise<void> => {
    event.preventDefault();
    setOver(false);
    if (event.dataTransfer === null) return;
    const chosen = await dropped(event.dataTransfer).catch(() => null);
    if (chosen === null) setTrouble("That could not be read. Please choose the file or the folder instead.");
    else onChosen(chosen);
  };
  const sample = async (): Promise<void> => {
    setLoading(true);
    // More than a megabyte, and only for those who ask for it.
    const { sampleFile } = await import("../sample-file.js");
    onChosen(chosenFile(sampleFile()));
  };

  return (
    <>
      <h1>Look into your archive</h1>
      <p class="lead">
        Open the export your fediverse server gave you: see what is in it, search your posts, find out what is
        missing or broken, and turn it into a web site, a blog or a table. Without an account, and without an
        upload.
      </p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the buttons inside are the first. */}
      <div
        class={over ? "drop over" : "drop"}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => void drop(event)}
      >
        <p>Drop an archive here, or</p>
        <p class="buttons">
          <ChooseButton
            label="Choose a file"
            primary
            onFiles={([file]) => {
              if (file !== undefined) onChosen(chosenFile(file));
            }}
          />
          <ChooseButton label="Choose a folder" folder onFiles={(files) => onChosen(chosenFolder(files))} />
          <button type="button" disabled={loading} onClick={() => void sample()}>
            Try the sample
          </button>
        </p>
        <p class="quiet">
          A .zip, .tar or .tar.gz of any size, a folder it was unpacked to, or a bare outbox.json. The sample
          is the archive of a made-up person.
        </p>
      </div>
      <p role="alert" class="trouble">
        {trouble}
      </p>
      <section class="notes" aria-labelledby="reads">
        <h2 id="reads">What it reads</h2>
        <p>
          Exports of Mastodon and its relatives, Pleroma and Akkoma, Misskey and its relatives, Pixelfed,
          PeerTube, Friendica, GoToSocial, WriteFreely, BookWyrm, Lemmy, and plain ActivityStreams. Of a zip
          of many gigabytes only the table of contents, the posts and the pictures you look at are read; a
          .tar.gz has no table of contents and is read through.
        </p>
        <h2>What stays private</h2>
        <p>
          Archives hold followers-only and direct messages, too. Here they are hidden until you ask for them,
          are marked when you do, and stay out of every download unless you say otherwise. Closing the tab
          forgets everything.
        </p>
        <p>
          <a href={base} data-astro-prefetch="false">
            The manual
          </a>{" "}
          tells how to do the same with a command.
        </p>
      </section>
    </>
  );
}
