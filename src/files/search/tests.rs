//! What the files of the index hold, for documents that are made by hand.

use std::collections::BTreeMap;

use serde_json::Value;

use super::files;
use super::gather::{Field, gather};
use super::manifest::Meanings;

/// The files of an index over documents of fields and texts.
fn index(documents: &[Vec<(Field, String)>]) -> BTreeMap<String, Vec<u8>> {
    let words = gather(documents.len(), |document, gatherer| {
        documents[document].iter().for_each(|(field, text)| gatherer.add(*field, text));
    });
    files::write(&words, documents.len(), documents.len(), 8, Vec::new(), Meanings::default())
}

fn texts<const N: usize>(texts: [&str; N]) -> Vec<Vec<(Field, String)>> {
    texts.map(|text| vec![(Field::Text, text.to_owned())]).to_vec()
}

fn json(files: &BTreeMap<String, Vec<u8>>, path: &str) -> Value {
    serde_json::from_slice(&files[path]).unwrap()
}

/// The files of words, in the order of the manifest.
fn shards(files: &BTreeMap<String, Vec<u8>>) -> Vec<Value> {
    let manifest = json(files, "index.json");
    let names = manifest["words"]["files"].as_array().unwrap();
    names
        .iter()
        .map(|name| json(files, &format!("words/{}.json", name.as_str().unwrap())))
        .collect()
}

/// Every word with its postings.
fn postings(files: &BTreeMap<String, Vec<u8>>) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    for shard in shards(files) {
        let words = shard["words"].as_str().unwrap().split(' ');
        let lists = shard["files"].as_array().unwrap().iter().flat_map(|name| {
            let file = json(files, &format!("postings/{}.json", name.as_str().unwrap()));
            file.as_str().unwrap().split(' ').map(str::to_owned).collect::<Vec<_>>()
        });
        let lists: Vec<String> = lists.collect();
        assert_eq!(words.clone().count(), lists.len(), "each word has its postings");
        all.extend(words.map(str::to_owned).zip(lists));
    }
    all
}

#[test]
fn a_word_counts_for_the_best_of_what_has_it() {
    let everywhere = [Field::Name, Field::Place, Field::Leader, Field::Summary, Field::Text];
    let documents: Vec<Vec<_>> = (0..everywhere.len())
        .map(|best| everywhere[best..].iter().map(|field| (*field, "Hope".to_owned())).collect())
        .collect();
    // In the order of the file: text, summary, name, place, leader.
    assert_eq!(postings(&index(&documents))["hope"], "E.D.A.B.C");
}

#[test]
fn empty_lists_at_the_end_are_left_out() {
    let files = index(&texts(["a", "b a a", "c"]));
    let expected = [("a", "AA"), ("b", "B"), ("c", "C")];
    let expected = expected.map(|(word, list)| (word.to_owned(), list.to_owned()));
    assert_eq!(postings(&files), BTreeMap::from(expected));
}

#[test]
fn the_groups_of_a_common_word_are_not_listed_but_for_those_that_have_it_in_more_than_text() {
    let mut documents: Vec<Vec<(Field, String)>> =
        (0..20).map(|number| vec![(Field::Text, format!("the number {}", number % 2))]).collect();
    documents[7].insert(0, (Field::Name, "The seventh".to_owned()));
    let files = index(&documents);
    assert_eq!(json(&files, "index.json")["common"], "number the");
    assert_eq!(postings(&files)["the"], "..H");
    assert_eq!(postings(&files)["number"], "");
    assert_eq!(postings(&files)["0"], "ABBBBBBBBB");
    assert_eq!(json(&index(&documents[..15]), "index.json")["common"], "", "too few groups");
}

#[test]
fn files_are_cut_by_size_and_lose_nothing() {
    let word = |number: usize| format!("word{number:05}");
    let documents: Vec<Vec<(Field, String)>> = (0..4_000)
        .map(|number| vec![(Field::Text, format!("{} {} often", word(number), word(number / 7)))])
        .collect();
    let files = index(&documents);
    let all = postings(&files);
    assert_eq!(all.len(), 4_000 + 1);
    assert!(shards(&files).len() > 3);
    for (path, bytes) in &files {
        assert!(bytes.len() < 24 * 1024, "{path} has {} bytes", bytes.len());
    }
    let firsts = json(&files, "index.json")["words"]["first"].as_str().unwrap().to_owned();
    let in_shards: Vec<String> = shards(&files)
        .iter()
        .map(|shard| shard["words"].as_str().unwrap().split(' ').next().unwrap().to_owned())
        .collect();
    assert_eq!(firsts, in_shards.join(" "));
    assert!(in_shards.is_sorted());
}

#[test]
fn words_are_listed_by_their_endings_but_for_those_that_are_never_forgiven() {
    let files = index(&texts(["coaching hope 2026 ab 強みの会 été"]));
    let manifest = json(&files, "index.json");
    let name = manifest["endings"]["files"][0].as_str().unwrap();
    assert_eq!(json(&files, &format!("endings/{name}.json")), "epoh ete gnihcaoc");
}

#[test]
fn many_parts_give_what_one_part_gives() {
    let documents: Vec<Vec<(Field, String)>> = (0..1_000)
        .map(|number| vec![(Field::Text, format!("w{} x{}", number % 3, number % 500))])
        .collect();
    let all = postings(&index(&documents));
    assert_eq!(all["w0"].len(), 334);
    assert_eq!(all["w0"], format!("A{}", "C".repeat(333)));
    assert_eq!(all["x499"], "zPzP");
    assert_eq!(index(&documents), index(&documents));
}

#[test]
fn hostile_words_are_words() {
    let long = "é".repeat(100_000);
    let text = format!("__proto__ constructor \u{0}\u{7}\u{202e} {long} \" \\ </script>");
    let all = postings(&index(&texts([&text])));
    let words: Vec<&str> = all.keys().map(String::as_str).collect();
    assert_eq!(words, ["constructor", &*"e".repeat(32), "proto", "script"]);
}

#[test]
fn no_group_makes_an_index_without_words() {
    let files = index(&[]);
    assert_eq!(files.len(), 1);
    let manifest = String::from_utf8(files["index.json"].clone()).unwrap();
    insta::assert_snapshot!(manifest, @r#"{"documents":0,"current":0,"cards":8,"common":"","terms":[],"filters":[],"near":[],"idle":"","synonyms":[],"pages":[],"words":{"first":"","files":[]},"endings":{"first":"","files":[]}}"#);
}
