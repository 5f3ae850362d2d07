package org.talenthub.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MarkedTests {

    @Test
    void aFragmentIsMarkedInsideTheWholeValue() {
        Marked m = new Marked(Map.of("expertise", List.of("硅基<mark>光</mark>芯片")));
        assertThat(m.html("硅基光芯片", "expertise")).isEqualTo("硅基<mark>光</mark>芯片");
        assertThat(m.html("长于硅基光芯片设计", "expertise")).isEqualTo("长于硅基<mark>光</mark>芯片设计");
        assertThat(m.html("电池", "expertise")).isEqualTo("电池");
    }

    @Test
    void whatPeopleTypedIsNeverMarkup() {
        Marked m = new Marked(Map.of("name", List.of("&lt;b&gt;<mark>R&amp;D</mark>")));
        assertThat(m.html("<b>R&D", "name")).isEqualTo("&lt;b&gt;<mark>R&amp;D</mark>");
        assertThat(m.html("<script>alert(1)</script>", "post")).doesNotContain("<script>");
    }

    @Test
    void aForgedFragmentBringsNothingButMarks() {
        Marked m = new Marked(Map.of("name", List.of("<img src=x>")));
        assertThat(m.html("<img src=x>", "name")).isEqualTo("&lt;img src=x&gt;");
    }
}
