/** The formats of reports. */
@NullMarked
package dev.zonec.tests.formats;

import org.jspecify.annotations.NullMarked;
