/** Which demands are one need, said again by other stations, under other names, in other years. */
@NullMarked
package org.talenthub.editions.needs;

import org.jspecify.annotations.NullMarked;
