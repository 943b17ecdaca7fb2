package dev.zonec.tests.rules;

/**
 * A rule of the language reference.
 *
 * @param id its name, such as {@code zone.nesting}
 * @param section the heading that it stands under
 */
record Rule(String id, Section section) {

  /**
   * A section of the page.
   *
   * @param title its heading, as Markdown
   * @param anchor what links to it end in
   */
  record Section(String title, String anchor) {}
}
