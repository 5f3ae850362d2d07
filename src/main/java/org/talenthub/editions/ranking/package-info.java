/** The open demands of a day as needs, the most urgent first. */
@NullMarked
package org.talenthub.editions.ranking;

import org.jspecify.annotations.NullMarked;
