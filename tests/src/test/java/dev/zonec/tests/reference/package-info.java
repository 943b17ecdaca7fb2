/** The reference in {@code spec} against what it is about. */
package dev.zonec.tests.reference;
