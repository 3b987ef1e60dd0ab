// node validate.mjs SCHEMA DOCUMENT…
// Prints one line of JSON per document: {"file": "…", "valid": true, "errors": ["/actions/0 must have required property 'id'"]}
import { readFileSync } from "node:fs";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const [schemaFile, ...documentFiles] = process.argv.slice(2);
const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
ajv.addVocabulary(["x-title-en", "x-description-en"]);
addFormats(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, "utf8")));

for (const file of documentFiles) {
  const valid = validate(JSON.parse(readFileSync(file, "utf8")));
  const errors = (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
  console.log(JSON.stringify({ file, valid, errors }));
}
