"""Questions to begin with, grouped by need: the words on the button, and the question it asks."""

STARTERS: dict[str, tuple[tuple[str, str], ...]] = {
    "Breaks and help at home": (
        (
            "They refused us short breaks",
            "The council refused us short breaks because my child won't go out to clubs. Is that right?",
        ),
        (
            "I'm exhausted: can I be assessed?",
            "I care for my disabled child and I'm exhausted. Can I ask for a parent carer's needs assessment?",
        ),
        (
            "Can they cut our hours to save money?",
            "Can the council cut our short breaks hours because there is no money?",
        ),
    ),
    "EHC plans": (
        (
            "How long does the council have?",
            "How long does the council have to decide about an EHC needs assessment?",
        ),
        (
            "How do I ask for an assessment?",
            "How do I ask for an EHC needs assessment, and can the council refuse?",
        ),
        ("What happens at an annual review?", "What has to happen at the annual review of an EHC plan?"),
    ),
    "School": (
        (
            "School says there is no money",
            "School says it has no money for my child's support. What does it have to do?",
        ),
        (
            "Support without a plan",
            "What support must a school give a child with special educational needs who has no EHC plan?",
        ),
        (
            "My child can't go to school",
            "My child is too unwell or anxious to go to school. What must the council arrange?",
        ),
    ),
    "When something goes wrong": (
        (
            "How do I complain?",
            "How do I complain about children's services, and how long should it take?",
        ),
        ("What has the Ombudsman decided?", "What has the Ombudsman decided about short breaks?"),
        (
            "They missed the deadline",
            "The council missed the deadline for my child's EHC plan. What can I do?",
        ),
    ),
}
