"""Whether a sentence rests on a text: what is compared, and what was learned from people's judgements."""
