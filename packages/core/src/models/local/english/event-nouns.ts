/** What stands in a calendar, as the source of a regular expression. */
export const EVENT_NOUNS =
  "test|exam|appointment|interview|flight|wedding|surgery|operation|deadline|check-?up|scan|due date|viewing|presentation|talk|marathon|triathlon|race|match|tournament|move|party|graduation|meeting|course|class|concert|conference|trip|honeymoon|holiday|vacation|retreat";
