/** Whose a row is: one rule, and the candidates that it judges. */
@NullMarked
package org.talenthub.records.identity;

import org.jspecify.annotations.NullMarked;
