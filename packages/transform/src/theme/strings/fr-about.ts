import type { AboutStrings } from "./about-strings.js";
import { DIALECT_NAMES } from "./dialect-names.js";

/** The words about the archive itself in French. */
export const frAbout: AboutStrings = {
  aboutTitle: "À propos de cette archive",
  aboutDescription: "D’où vient cette archive, et ce qui manque à de telles archives.",
  aboutCopy: [
    "Un serveur donne à chacun, sur demande, un fichier de ce qu’il y a publié. Ces pages ont été faites à partir d’un tel fichier, sur l’ordinateur de la personne et sans rien envoyer nulle part.",
    "C’est une copie, pas un compte. Personne ne peut la suivre ni lui répondre.",
  ],
  whereFrom: "D’où elle vient",
  account: "Compte",
  exported: "Exportée",
  software: "Logiciel",
  firstPost: "Premier message ici",
  lastPost: "Dernier message ici",
  timeZone: "Dates et heures en",
  whatExportsLack: "Ce qui manque à un tel export",
  whatExportsLackText: [
    "Ce que d’autres ont répondu, et les messages auxquels il a été répondu, cités ou partagés : ces mots sont à d’autres, et sont restés sur leurs serveurs. Là où il en est question, il y a un lien.",
    "Combien de fois un message a été aimé ou partagé, et par qui.",
    "Les versions antérieures des messages modifiés.",
    "Les émojis personnalisés : les serveurs n’exportent pas leurs images, ils sont donc donnés par leur nom, entre deux-points.",
    "Parfois une image : là où il en manque une, sa description la remplace.",
  ],
  howMade: "Comment elle a été faite",
  howMadeText: (tool) => [
    `Avec ${tool}. Du HTML simple et une feuille de style : elle s’ouvre depuis un disque, dans tout navigateur, sans réseau et sans script. Rien ici ne compte les visites.`,
  ],
  dialects: DIALECT_NAMES,
};
