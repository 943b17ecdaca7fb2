/** Commands that documents show, run: {@link dev.zonec.tests.documents.DocumentsTest}. */
@org.jspecify.annotations.NullMarked
package dev.zonec.tests.documents;
