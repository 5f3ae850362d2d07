package org.talenthub.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.talenthub.common.Problem;
import org.talenthub.portal.search.Ask;
import org.talenthub.search.Kind;

class AddressTests {

    @Test
    void whatPeopleTypeStaysOneValue() {
        assertThat(Address.search("talents").with("q", "光&芯=片 {x} +1%").toString())
                .isEqualTo("/search?tab=talents&q=%E5%85%89%26%E8%8A%AF%3D%E7%89%87%20%7Bx%7D%20%2B1%25");
    }

    @Test
    void oneOfSeveralValuesCanBeDropped() {
        Address a = Address.search("talents").with("region", List.of("420100", "420500"));
        assertThat(a.without("region", "420100").toString()).isEqualTo("/search?tab=talents&region=420500");
        assertThat(a.without("region").toString()).isEqualTo("/search?tab=talents");
    }

    @Test
    void theAddressHoldsTheWholeQuestion() {
        MultiValueMap<String, String> params = new LinkedMultiValueMap<>();
        params.add("tab", "demands");
        params.add("q", " 光芯片 ");
        params.add("region", "420100");
        params.add("region", "420500");
        params.add("industry", "");
        params.add("page", "2");
        params.add("size", "50");
        Ask ask = Ask.of(params, Kind.TALENT);
        assertThat(ask.query().kind()).isEqualTo(Kind.DEMAND);
        assertThat(ask.query().q()).isEqualTo("光芯片");
        // lapsed demands are left out unless asked for, which no address has to say
        assertThat(ask.query().filters()).containsOnlyKeys("region", "open");
        assertThat(ask.query().page()).isEqualTo(2);
        assertThat(ask.page(0))
                .isEqualTo("/search?tab=demands&q=%E5%85%89%E8%8A%AF%E7%89%87&region=420100&region=420500&size=50");
        assertThat(ask.page(3)).endsWith("&size=50&page=3");
        assertThat(ask.bare().toString()).isEqualTo("/search?tab=demands&q=%E5%85%89%E8%8A%AF%E7%89%87");
    }

    @Test
    void aTabThatDoesNotExistIsNotFound() {
        MultiValueMap<String, String> params = new LinkedMultiValueMap<>();
        params.add("tab", "people");
        assertThatThrownBy(() -> Ask.of(params, Kind.TALENT))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.status()).isEqualTo(404));
    }

    @Test
    void aPageThatIsNoNumberIsTold() {
        MultiValueMap<String, String> params = new LinkedMultiValueMap<>();
        params.add("page", "two");
        assertThatThrownBy(() -> Ask.of(params, Kind.TALENT))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.status()).isEqualTo(400));
    }
}
