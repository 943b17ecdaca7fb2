package dev.zonec.tests.rules;

/**
 * A rule of the language reference.
 *
 * @param id the id, such as {@code zone.nesting}
 * @param section the section that contains the rule
 */
record Rule(String id, Section section) {

  /**
   * A section of the page.
   *
   * @param title its heading, as Markdown
   * @param anchor the fragment of links to the section
   */
  record Section(String title, String anchor) {}
}
