/** Taking a batch back: its page, its preview and its call. */
@NullMarked
package org.talenthub.importing.web.revert;

import org.jspecify.annotations.NullMarked;
