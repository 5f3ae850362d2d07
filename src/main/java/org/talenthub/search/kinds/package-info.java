/** What each kind of record is made of for who searches: its filters, searched fields, orders, columns and links, a class a kind. */
@NamedInterface("kinds")
@NullMarked
package org.talenthub.search.kinds;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
