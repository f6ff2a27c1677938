"""Given names in Latin letters, of many peoples, and the syllables of Chinese ones."""

from __future__ import annotations

import re

_WORDS = """
Aaron Abby Abdul Abdullah Abigail Abraham Ada Adam Adebayo Adele Aditya Adrian Agnes Ahmad Ahmed Aidan Aileen Aisha Aisling Ajay Akira Alan
Alasdair Albert Alec Alejandro Aleksandra Alex Alexander Alexandra Alexis Alfie Alfred Ali Alice Alicia Alison Alistair Allan Allen Alma
Alun Alyssa Amanda Amber Amelia Amina Amir Amit Amy Ana Anastasia Andre Andrea Andreas Andrei Andrew Andy Aneta Angela Angelina Angus Anil
Anita Anjali Ann Anna Annabel Anne Annette Annie Anthea Anthony Antonio Anya April Aoife Archie Ariana Arjun Arnold Arthur Asha Ashley
Ashok Astrid Audrey Austin Ayesha Barbara Barry Beatrice Becky Belinda Ben Benjamin Bernadette Bernard Bernice Bert Beryl Beth Bethany
Betty Beverley Bilal Bill Billy Blake Bob Bobby Boris Brad Bradley Brandon Brenda Brendan Brett Brian Bridget Bruce Bryan Bronwen Caitlin
Callum Calvin Cameron Camilla Carl Carla Carlos Carmen Carol Carole Caroline Carolyn Carrie Catherine Cathy Cecil Cecilia Chandra Charlene
Charles Charlie Charlotte Chelsea Cheryl Chidi Chinedu Chioma Chloe Chris Christian Christina Christine Christopher Ciara Claire Clara
Clare Clarence Claudia Clifford Clive Clyde Cody Colette Colin Colleen Connor Constance Cora Corey Craig Crystal Curtis Cynthia Cyril
Daisy Dale Damian Dan Dana Daniel Danielle Danny Daphne Darren Dave David Dawn Dean Debbie Deborah Deepak Deirdre Delia Denis Denise Dennis
Derek Desmond Diana Diane Diego Dina Dinesh Dipak Dmitri Dolores Dominic Don Donald Donna Doreen Doris Dorothy Doug Douglas Duncan Dylan
Eamonn Earl Ed Eddie Edgar Edith Edmund Edna Eduardo Edward Edwin Eileen Elaine Eleanor Elena Eli Elijah Elisabeth Elizabeth Ella Ellen
Ellie Elsie Emeka Emily Emma Emmanuel Eric Erica Erin Ernest Esme Esther Ethan Ethel Eugene Eunice Eva Evan Eve Evelyn Ewan Fatima Fay
Felicity Felix Femi Fergus Fernando Fiona Flora Florence Frances Francesca Francis Frank Fraser Fred Freda Frederick Freya Gabriel Gail
Gareth Garry Gary Gavin Gemma Geoff Geoffrey George Georgia Georgina Gerald Geraldine Gerard Gillian Gina Giles Giovanni Giulia Gladys
Glen Glenda Gloria Gordon Grace Graeme Graham Grant Greg Gregory Greta Gwen Habib Hakim Hamid Hamish Hana Hannah Hans Harold Harriet Harry
Harvey Hasan Hassan Hazel Heather Hector Heidi Helen Helena Henry Herbert Hilary Hilda Hiroshi Holly Howard Hugh Hugo Hussein Ian Ibrahim
Ida Ikram Imogen Imran India Ines Ingrid Irene Iris Isaac Isabel Isabella Isla Ismail Ivan Ivy Jack Jackie Jacob Jacqueline Jade Jake
James Jamie Jan Jane Janet Janice Jared Jasmine Jason Javier Jay Jayne Jean Jeanette Jeff Jeffrey Jenna Jennifer Jenny Jeremy Jerome
Jerry Jess Jesse Jessica Jill Jim Jimmy Jo Joan Joanna Joanne Jodie Joe Joel Johan Johanna John Johnny Jonah Jonathan Jordan Jorge Jose
Joseph Josephine Josh Joshua Joy Joyce Juan Judith Judy Julia Julian Julie Juliet June Justin Kamal Karen Karim Karl Kate Katherine
Kathleen Kathryn Kathy Katie Katya Kay Keith Kelly Kemi Ken Kenneth Kenji Kerry Kevin Khalid Kieran Kim Kimberly Kirsty Klaus Kofi Krishna
Kumar Kurt Kwame Kyle Lakshmi Larry Laura Lauren Laurence Leah Leanne Lee Leila Len Lena Leo Leon Leonard Leroy Leslie Lewis Liam Lillian
Lily Linda Lindsay Lionel Lisa Liz Lloyd Logan Lois Lorna Lorraine Louis Louise Lucas Lucia Lucy Luis Luke Lydia Lynn Lynne Mabel
Madeleine Maeve Magdalena Maggie Mahmoud Maisie Malcolm Mandy Manuel Marc Marcel Marcia Marco Marcus Margaret Margarita Margery Maria Marian
Marianne Marie Marilyn Mario Marion Marjorie Mark Marlene Marta Martha Martin Martina Mary Mateusz Matilda Matt Matthew Maureen Maurice
Mavis Max Maxine May Maya Meera Megan Mehmet Melanie Melissa Mercy Meryl Mia Michael Michelle Miguel Mike Mildred Miles Millie Milo Miriam
Moira Mohamed Mohammad Mohammed Molly Mona Monica Morag Morgan Moses Muhammad Muriel Murray Musa Mustafa Myra Nadia Nadine Nancy Naomi
Nasreen
Natalia Natalie Natasha Nathan Neil Nell Nia Niamh Nicholas Nick Nicola Nicole Nigel Nikhil Nikita Nina Nisha Noah Noel Nora Norah Norma
Norman Odette Olga Olive Oliver Olivia Olu Omar Oscar Osman Otto Owen Pablo Paige Pam Pamela Patience Patricia Patrick Paul Paula Pauline
Pedro Peggy Penelope Penny Percy Pete Peter Petra Phil Philip Philippa Phillip Phoebe Phyllis Pierre Piotr Polly Poppy Prakash Priya
Priyanka Rachel Rafael Rahul Raj Rajesh Ralph Ramesh Ramon Randall Rania Rashid Ravi Ray Raymond Rebecca Reg Reginald Rekha Renee Rhiannon
Rhona Rhys Ricardo Richard Rick Rita Rob Robert Roberta Roberto Robin Rodney Roger Roland Roman Ron Ronald Ronnie Rory Rosa Rosalind Rose
Rosemary Rosie Ross Roxanne Roy Ruby Rupert Russell Ruth Ryan Sabina Sabrina Sadie Said Salim Sally Sam Samantha Samir Samira Samuel Sandra
Sandy Sanjay Santiago Sara Sarah Scott Sean Sebastian Selina Sergei Shane Shannon Sharon Shaun Shauna Sheila Shelley Shirley Sian Sibyl
Sidney Silvia Simon Simone Sinead Sita Sofia Sonia Sophia Sophie Stacey Stan Stanley Stefan Stella Stephanie Stephen Steve Steven Stewart
Stuart Sue Suki Sunil Sunita Susan Susanna Suzanne Sven Svetlana Sybil Sylvia Tahir Tamara Tania Tanya Tara Tariq Tatiana Ted Terence
Teresa Terry Tessa Thelma Theo Theresa Thomas Tim Timothy Tina Toby Todd Tom Tommy Toni Tony Tracey Tracy Travis Trevor Tricia Trudy
Tunde Tyler Una Ursula Usha Usman Vera Vernon Veronica Vic Victor Victoria Vijay Vikram Vince Vincent Viola Violet Virginia Vivian Vivien
Wade Walter Wanda Warren Wayne Wendy Wesley Wilfred Will William Winifred Winston Xavier Yasmin Yolanda Yuki Yuri Yusuf Yvette Yvonne
Zachary Zainab Zara Zoe Zeynep Neville Ayodele Amadou Bogdan Bartosz Agnieszka Katarzyna Krzysztof Pawel Tomasz Ewa Ioana Mihai Dragan
Goran Milica Zoran
Lars Bjorn Nils Anders Soren Mette Lotte Sanne Pieter Willem Luca Matteo Paolo Enzo Chiara Jorg Jurgen Dieter Heike Sabine Ines Joao
Thiago Rafaela Hye Min Ji Seo Haruto Yuka Aiko Thi
Nguyen Linh Trang Siti Nurul Putri Budi Dewi Arturo Guadalupe Ximena Kwabena Ama Abena Yaw Ngozi Ifeoma Obinna Oluwaseun Folake Bukola
Wanjiru Achieng Otieno Tendai Thabo Sipho Nomsa Lerato
Farah Leyla Jayden Aiden Kayden Jaxon Mason Noelle Beatriz Tobias Mei Mei-Ling Stanisław Stanislaw Ciarán Ciaran Yusra Zayn
Tenzin Trinh Isobel Esmé Wiktor Zofia Zuzanna Jakub Marek Jan Agata Dorota
Grzegorz Wojciech Marcin Rafał Andrzej Kamil Łukasz Malgorzata Szymon Oksana Olena Mykola Taras Iryna Andriy Ludmila Vasyl Nadezhda Igor
Oleg Pavel Katerina Lenka Jana Eszter Zoltan Laszlo Istvan Imre Gabor Ágnes Dimitri Eleni Kostas Giorgos Yiannis Despina Aysel Mehmet
Emine Fatma Hatice Ayşe Murat Kemal Selim Deniz Elif Emre Ozan Kwesi Adwoa Akosua Esi Chukwuemeka Temitope Babatunde Adaeze Uche
Nneka Kelechi Tolu Tope Bisi Segun Wale Yemi Funke Kehinde Taiwo Precious Blessing Gift Comfort Mercy Faith Hope Charity Prudence
Constantin Andreea Cristina Gheorghe Radu Vlad Alina Simona Matilde Guilherme Rodrigo Mateo Camila Valentina Luciana Esteban Ignacio
Joaquín José María Lucía Sofía Renée Zoë Chloé André François Benoît Élise Hélène Jérôme Thérèse Bjørn Søren Åsa Jürgen Günter Björn
Ingeborg Anneliese Matthias Ulrich Wolfgang Gerhard Helga Saoirse Cillian Oisín Siobhan Siobhán Padraig Pádraig Eoin Róisín Aoibheann
Catriona Eilidh Iain Ruaridh Gethin Geraint Huw Siân Nerys Carys Ffion Rhodri Emrys Angharad Mairi Callie Mia Zac Zack Finn Finley
Evie Ava Isabelle Amelie Darcey Darcy Harley Kayleigh Kylie Kieron Kirk Lacey Lexi Maddison Paris Reece Riley Skye Summer Tegan Ollie
Alfie Ronan Roisin Declan Dermot Donal Eamon Fintan Padma Anika Ananya Arvind Bhavna Chetan Devika Gopal Hardeep Harjit Jagdeep Jasbir
Kuldeep Lalita Manish Meera Mohan Nirmala Parminder Rakesh Reena Sandeep Sarita Shalini Shanti Simran Surinder Swati Tejal Uma Varun
Vishal Zahra Zainab Zubair Waqar Wasim Tanveer Sajid Rukhsana Rizwan Nusrat Naveed Nargis Nabila Maryam Mariam Khadija Junaid Javed
Irfan Iqbal Ilyas Hafsa Faisal Farida Farhan Bushra Asma Arif Anwar Amjad Adnan Abida Hiroko Keiko Noriko Takashi Kazuo Yoko Satoshi
Reza Parisa Shirin Noor Layla Rana Hadi Jamal Jamila Yasmine Tarek Sanaa Gurpreet Harpreet Manpreet Jaspreet Sukhdev
Balwinder Rajiv Kavita Ranjit Winnie Ivor Hamza Folasade Saira Leanne Pooja Neha Rohan Rohit Suresh Vinod
Radoslav Imelda Tomos Kamran Zbigniew Bronisław Bronislaw Mirek Mirosław Ryszard Leszek Jerzy Henryk Kazimierz Halina Grażyna Beata Bożena Danuta Teresa Jadwiga
Stanko Miroslav Vladimir Yelena Irina Galina Lyudmila Natalya Yevgeny Anatoly Boris Viktor Valentin Ruslan Timur Artem Maksym Bohdan Yulia Kateryna Svitlana
Borislav Dimitar Ivaylo Plamen Stoyan Georgi Todor Desislava Tsvetelina Rumen Nikolay Krasimir Lucian Mircea Florin Sorin Ionut Marius Doina Liliana Mihaela
Rodica Valeriu Ilinca Jovan Nenad Branko Zdravko Slobodan Vesna Ljiljana Snezana Darko Zlatan Arben Besnik Agim Fatos Edona Drita Ferenc Attila Balazs Gyorgy
Ildiko Judit Katalin Jaroslav Zdenek Vaclav Ladislav Bozena Ludek Radka Petr Tomas Ondrej Lukas Vytautas Mindaugas Rasa Jurgita Aiste Janis Andris Ilze Toomas
Maarten Joost Sander Annelies Femke Sven Ulf Gunnar Astrid Solveig Ragnhild Leif Torsten Kjell Aino Eero Jukka Pekka Matti Antti Heikki Tuula Marja
Guillermo Gustavo Hernando Hernan Ruben Raul Ramiro Felipe Emilio Esperanza Milagros Consuelo Pilar Rosario Soledad Remedios Dolores Conchita Josefina Marisol
Graciela Norberto Osvaldo Efren Danilo Rogelio Rodel Ligaya Maricel Marites Rowena Jocelyn Arnel Reynaldo Benigno Corazon Cristobal Nestor Leticia Yolanda
Gwilym Dafydd Geraint Ieuan Hywel Meirion Gwenllian Mair Eluned Delyth Bethan Aled Aneurin Idris Tegid Sioned Cerys Llinos Eirlys Menna Goronwy
Ruairi Seamus Séamus Brendan Colm Cormac Diarmuid Donncha Fionn Gearóid Maire Máire Niall Nuala Orla Órla Sorcha Tadhg Una Úna Bríd Brid Gráinne Grainne Aoife
Alasdair Calum Fergus Hector Lachlan Magnus Morven Murdo Ruaraidh Shona Seonaid Torquil Kirsteen Isbel Elspeth Effie Jock Dougal
Abdirahman Abdullahi Ayaan Fadumo Hodan Ifrah Khadra Mohamud Nasra Sagal Warsame Yonis Abiodun Adeola Akin Bamidele Chukwudi Damilola Ebele Efua Ekene Eniola
Gbenga Ikenna Jide Kayode Lanre Modupe Nkechi Nnamdi Okon Olumide Omolara Osagie Rotimi Sade Simisola Tobi Uzoma Yetunde Zubairu Akwasi Afia Akua Efo Kojo
Kwaku Kwadwo Kwasi Mawuli Nana Yaa Chipo Farai Kudzai Rudo Rumbidzai Tapiwa Tatenda Themba Thandi Zanele Sibusiso Nokuthula Mpho Kagiso Dineo Tshepo Mwangi
Kamau Njeri Wambui Nyambura Atieno Auma Okello Onyango Wafula Selam Tesfaye Haile Abebe Mulugeta Hiwot Tigist Yohannes Bereket
Abdulrahman Ameer Anwar Basim Bassam Fadi Fahad Ghassan Hani Haitham Hisham Issam Khaled Maher Marwan Mazen Mona Nabil Nadim Nizar Qasim Rami Rashida Riad Sahar
Samer Sami Sawsan Suleiman Wael Walid Yasin Younes Ziad Zaynab Amal Hanan Hayat Huda Iman Lubna Maha Manal Najwa Rabia Rima Salma Souad Wafa Widad Arash Behnaz
Farhad Fereshteh Homa Kaveh Laleh Mahin Nasrin Navid Omid Payam Roya Shahram Soraya Zohreh Aslı Ayhan Burak Cem Derya Ebru Ercan Fadime Gül Hakan Hüseyin Huseyin
Ibrahim İsmail Kadir Mustafa Nurten Osman Özge Ramazan Sevgi Şükrü Tuncay Ümit Volkan Yıldız Zehra Anil Arun Balbir Bhupinder Chandran Dalip Darshan Dharam
Gurdeep Gurmeet Hemant Indira Jaswinder Jyoti Kamala Kiran Lakhbir Madhuri Mahesh Mandeep Narinder Navjot Parveen Pradeep Prem Rajinder Ramesh Ranjana Ratan
Sarbjit Shobha Sudha Sukhwinder Sushila Tarsem Usha Vandana Venkatesh Yash Aftab Ashfaq Azhar Fozia Ghulam Humaira Ijaz Khurram Liaqat Maqsood Mehreen Mubarak
Mushtaq Nadeem Naila Nighat Parvez Pervaiz Raheela Rehana Riaz Rubina Saeed Sajida Samina Shabana Shabnam Shafiq Shahid Shazia Sohail Tahira Tanvir Tasneem Yasmeen
Younis Zafar Zahid Zaheer Dilani Dinusha Kumari Nimal Priyantha Ruwan Saman Sunethra Tharindu Achara Anong Kanya Malee Nong Somchai Somsak Wanida Anh Bao
Binh Chau Duong Giang Hanh Hien Hoa Hoang Huong Khanh Lam Lien Mai Minh Nga Ngoc Nhung Phuong Quang Quyen Tam Thanh Thao Thuy Tien Tuan Tuyet
Van Viet Xuan Agus Ayu Bambang Dian Eko Fitri Indah Joko Lestari Ratna Rini Slamet Sri Sugeng Wayan Yuni Akihiro Ayumi Daisuke Emi Fumiko Haruki Hideo Kaori
Kazuko Kenta Mariko Masako Michiko Naoko Ryo Sachiko Shinji Taro Tomoko Yoshiko Eun Hyun Jae Jin Joon Kyung Seung Soo Sook Woo Young
Wilhelmina Cordelia Marguerite Millicent Prunella Rosamund Tabitha Thomasina Winnifred Araminta Barnaby Crispin Cuthbert Digby Ernie Ferdinand Horace Hubert Jasper
Lancelot Monty Nathaniel Orlando Osbert Quentin Reginald Rufus Sebastian Tarquin Thaddeus Tristan Wilbur Bertha Blanche Clarissa Dora Edwina Elsa Enid Etta Fern
Flossie Georgie Hattie Hester Hettie Hope Hyacinth Ivy Jemima Kitty Lottie Lavinia Letitia Loretta Lorraine Lucinda Maud Maude Minnie Mollie Myrtle Nellie Olwen
Ottilie Perpetua Primrose Queenie Rhoda Rowena Sybil Tilly Verity Winona Wilma Zelda Alf Archibald Bertie Bram Cedric Chester Claude Clement Cliff Cyrus Darnell
Darrell Darryl Dean Deacon Denzel Derrick Devon Dexter Dwayne Earnest Elroy Errol Everton Floyd Garfield Glenroy Hubert Iris Jerome Keisha Lamar Latoya Leroy Linton
Marlon Marvin Delroy Neville Orville Otis Percival Reuben Roscoe Rupert Shanice Sherwin Tamika Tyrone Tyrell Winsome Monique Solange Yannick
Thierry Pascal Laurent Olivier Guillaume Mathieu Nathalie Sandrine Valérie Véronique Céline Aurélie Sylvie Brigitte Isabelle Dominique Ginette Marcelle Odile
Alessandro Antonella Beppe Carmela Concetta Donatella Elisabetta Fabio Franco Gianluca Giuseppe Lorenzo Loredana Massimo Nunzio Ornella Pasquale Raffaele Rocco
Salvatore Silvana Stefano Tommaso Umberto Vincenzo Vito Agostinho Armando Conceição Eduarda Fátima Fernanda Henrique Inês João Joaquim Leonor Lurdes Manuela
Nuno Otília Rui Tiago Vasco Zulmira Athanasios Christos Dimitrios Evangelia Ioannis Konstantinos Maria Nikos Panagiotis Spyros Stavros Vasiliki Eirini
"""
FORENAMES = frozenset(_WORDS.split())
_SURNAME = (
    "Bai|Cai|Cao|Chang|Chen|Cheng|Cui|Dai|Deng|Ding|Dong|Du|Duan|Fan|Fang|Feng|Fu|Gao|Ge|Gong|Gu|Guo|Han|Hao|He|Hou|Hu|Huang|Jia|Jiang|"
    "Jin|Kang|Kong|Lai|Lei|Li|Liang|Liao|Lin|Liu|Lu|Luo|Lyu|Ma|"
    "Mao|Meng|Mo|Ni|Niu|Ouyang|Pan|Pang|Peng|Qi|Qian|Qiao|Qin|Qiu|Ren|Shao|Shen|Shi|Song|Su|Sun|Tan|Tang|Tao|Tian|Tong|Wan|Wang|Wei|"
    "Wen|Weng|Wu|Xia|Xiang|Xiao|Xie|Xing|Xiong|Xu|Xue|Yan|Yang|Yao|Ye|"
    "Yi|Yin|Yu|Yuan|Yue|Zeng|Zhai|Zhang|Zhao|Zheng|Zhong|Zhou|Zhu|Zhuang|Zhuo|Zou"
)
_SYLLABLE = (
    "(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|"
    "uo|a|e|i|o|u)"
)
_PINYIN = re.compile(f"(?:{_SURNAME}) {_SYLLABLE}(?:['-]?{_SYLLABLE})?\\Z|{_SYLLABLE}(?:['-]?{_SYLLABLE})? (?:{_SURNAME})\\Z", re.I)


def personal(words: list[str]) -> bool:
    """Whether words that begin with capitals have the form of a person's name: a known given name first, or Chinese syllables.

    >>> personal(["Jodie", "Larkin"]), personal(["Zhang", "Meihua"]), personal(["Royal", "Mail"])
    (True, True, False)
    """
    return len(words) > 1 and (words[0] in FORENAMES or (len(words) == 2 and _PINYIN.match(" ".join(words)) is not None))
