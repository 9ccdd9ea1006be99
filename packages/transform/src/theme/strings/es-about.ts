import type { AboutStrings } from "./about-strings.js";
import { DIALECT_NAMES } from "./dialect-names.js";

/** The words about the archive itself in Spanish. */
export const esAbout: AboutStrings = {
  aboutTitle: "Acerca de este archivo",
  aboutDescription: "De dónde viene este archivo, y lo que falta en archivos así.",
  aboutCopy: [
    "Un servidor da a cada persona, si la pide, una copia de lo que publicó allí. Estas páginas se hicieron con una copia así, en el ordenador de su autor y sin enviar nada a ninguna parte.",
    "Es una copia, no una cuenta. Nadie puede seguirla ni responderle.",
  ],
  whereFrom: "De dónde viene",
  account: "Cuenta",
  exported: "Exportado",
  software: "Software",
  firstPost: "Primera publicación aquí",
  lastPost: "Última publicación aquí",
  timeZone: "Fechas y horas en",
  whatExportsLack: "Lo que falta en una exportación así",
  whatExportsLackText: [
    "Lo que respondieron otras personas, y las publicaciones respondidas, citadas o impulsadas: esas palabras son suyas, y se quedaron en sus servidores. Donde se habla de una, hay un enlace.",
    "Cuántas veces una publicación gustó o fue impulsada, y a quién.",
    "Las versiones anteriores de las publicaciones editadas.",
    "Los emojis propios: los servidores no exportan sus imágenes, así que están aquí por su nombre, entre dos puntos.",
    "A veces una imagen: donde falta una, está su descripción.",
  ],
  howMade: "Cómo se hizo",
  howMadeText: (tool) => [
    `Con ${tool}. HTML sencillo y una hoja de estilo: se abre desde un disco, en cualquier navegador, sin red y sin scripts. Nada aquí cuenta visitas.`,
  ],
  dialects: DIALECT_NAMES,
};
