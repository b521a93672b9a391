"""What other people's filters say of documents: JSON lines {id, language, text} in, JSON lines {id, says: {tool: bool}} out.

pip install datatrove ftfy spacy jieba regex
datatrove's filters run at their defaults and with the thresholds of Gopher's repetition rules multiplied; Chinese is split
by jieba, other languages by spaCy's blank tokenizers, as datatrove does. No model is fetched.
"""

import json
import sys
import zlib
from importlib.metadata import version

import ftfy
from datatrove.data import Document
from datatrove.pipeline.filters import (
    C4QualityFilter,
    FineWebQualityFilter,
    GopherQualityFilter,
    GopherRepetitionFilter,
)
from ftfy import badness

LANGUAGES = {"zh": "cmn_Hani", "de": "deu_Latn", "fr": "fra_Latn", "es": "spa_Latn", "ru": "rus_Cyrl"}
TOP = ((2, 0.2), (3, 0.18), (4, 0.16))
DUPLICATE = ((5, 0.15), (6, 0.14), (7, 0.13), (8, 0.12), (9, 0.11), (10, 0.10))
SCALES = (0.1, 0.25, 0.5, 1, 2)


def repetition(scale, language):
    return GopherRepetitionFilter(
        dup_line_frac=0.3 * scale,
        dup_para_frac=0.3 * scale,
        dup_line_char_frac=0.2 * scale,
        dup_para_char_frac=0.2 * scale,
        top_n_grams=tuple((n, share * scale) for n, share in TOP),
        dup_n_grams=tuple((n, share * scale) for n, share in DUPLICATE),
        language=language,
    )


def filters(language):
    made = {f"gopher-repetition x{scale}": repetition(scale, language) for scale in SCALES}
    made["gopher-quality"] = GopherQualityFilter(language=language)
    made["c4"] = C4QualityFilter(language=language)
    made["fineweb"] = FineWebQualityFilter(language=language)
    return made


known = {}


def says(language, text):
    if language not in LANGUAGES.values():
        language = "eng_Latn"
    if language not in known:
        known[language] = filters(language)
    out = {}
    for name, one in known[language].items():
        try:
            kept = one.filter(Document(text=text, id="0"))
        except Exception:  # a tokenizer that is not installed, or a text it cannot take
            out[name] = None
            continue
        out[name] = not (kept if isinstance(kept, bool) else kept[0])
    data = text.encode("utf-8", "replace")
    ratio = len(data) / max(1, len(zlib.compress(data)))
    for limit in (2.4, 4, 8):
        out[f"zlib > {limit}"] = ratio > limit
    out["ftfy is_bad"] = badness.is_bad(text)
    out["ftfy would change"] = ftfy.fix_encoding(text) != text
    return out


print(json.dumps({"versions": {name: version(name) for name in ("datatrove", "ftfy")}}))
for line in sys.stdin:
    row = json.loads(line)
    print(json.dumps({"id": row["id"], "says": says(LANGUAGES.get(row["language"], "eng_Latn"), row["text"])}))
