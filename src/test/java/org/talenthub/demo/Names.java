package org.talenthub.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.datafaker.Faker;
import org.talenthub.demo.Words.People;
import org.talenthub.demo.Words.Person;

/** Names that fit the sex: common and rare characters, long minority names with ·, a few foreigners. */
final class Names {

    private static final Map<String, String> COUNTRIES = Map.of("德国", "de", "法国", "fr", "意大利", "it", "英国", "en-GB");

    private final People people;
    private final Dice dice;
    private final Map<String, Faker> fakers = new HashMap<>();

    Names(People people, Dice dice) {
        this.people = people;
        this.dice = dice;
    }

    /** @param nationality empty for somebody from China */
    record Named(String name, String sex, String nationality, String ethnicity) {}

    Named chinese(boolean highland) {
        String sex = dice.chance(0.69) ? "男" : "女";
        String ethnicity = dice.chance(highland ? 0.5 : 0.04) ? dice.pick(people.ethnicities()) : "汉族";
        return new Named(surname() + given(sex), sex, "", ethnicity);
    }

    Named minority() {
        Person p = dice.pick(people.minority());
        return new Named(p.name(), p.sex(), "", p.ethnicity());
    }

    Named foreign() {
        String country = dice.of("德国", "法国", "意大利", "英国");
        Faker faker = fakers.computeIfAbsent(
                country, c -> new Faker(Locale.forLanguageTag(COUNTRIES.getOrDefault(c, "en")), dice.random()));
        boolean male = dice.chance(0.7);
        String given = male ? faker.name().maleFirstName() : faker.name().femaleFirstName();
        return new Named(given + " " + faker.name().lastName(), male ? "男" : "女", country, "");
    }

    private String surname() {
        int at = dice.between(0, people.surnames().length() - 1);
        return dice.chance(0.02)
                ? dice.pick(people.rareSurnames())
                : people.surnames().substring(at, at + 1);
    }

    private String given(String sex) {
        List<String> usual = sex.equals("男") ? people.male() : people.female();
        String given = dice.pick(usual);
        if (dice.chance(0.03)) {
            return dice.pick(people.rare());
        }
        if (given.length() == 1 && dice.chance(0.6)) {
            String second = dice.pick(usual);
            return second.length() == 1 && !second.equals(given) ? given + second : given;
        }
        return given;
    }
}
