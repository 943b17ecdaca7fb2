/**
 * Names of images, as container runtimes read them.
 *
 * <p>Entry type: {@link dev.zonec.risk.image.ImageReference}. Input: text. Output: references in
 * their full form, and digests. Decides: the defaults of a reference that leaves parts out.
 */
@NullMarked
package dev.zonec.risk.image;

import org.jspecify.annotations.NullMarked;
