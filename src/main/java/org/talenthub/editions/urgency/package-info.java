/** How urgent a need is: the rules of {@code batch-jobs/key-list.yml}, the index with its parts, bands, kinds of shortage. */
@NullMarked
package org.talenthub.editions.urgency;

import org.jspecify.annotations.NullMarked;
