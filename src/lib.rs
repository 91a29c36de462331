//! Guildhall builds the site of a directory of communities of practice.

pub mod charter;
pub mod cli;
pub mod config;
pub mod diagnostic;
pub mod directory;
pub mod feeds;
pub mod links;
pub mod markdown;
pub mod output;
pub mod pages;
pub mod pipeline;
pub mod render;
pub mod serve;
pub mod source;
pub mod yaml;
