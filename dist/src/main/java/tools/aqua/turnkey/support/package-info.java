/** The part of turnkey-support that Z3's Java API calls, for installations. */
@NullMarked
package tools.aqua.turnkey.support;

import org.jspecify.annotations.NullMarked;
