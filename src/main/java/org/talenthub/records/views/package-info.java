/** Records as a viewer may see them. */
@NullMarked
package org.talenthub.records.views;

import org.jspecify.annotations.NullMarked;
