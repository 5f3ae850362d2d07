/** What the standards and the job descriptions say: feeds, columns, dictionaries, regions, industries and the checks of single values. */
@NullMarked
package org.talenthub.reference;

import org.jspecify.annotations.NullMarked;
