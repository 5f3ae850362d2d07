/** What people are shown of batches. */
@NullMarked
package org.talenthub.importing.views;

import org.jspecify.annotations.NullMarked;
